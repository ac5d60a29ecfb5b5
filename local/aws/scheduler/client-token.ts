/** Makes a change once, however often the same call is repeated: the SDK retries with the token of the first attempt. */
import { createHash } from 'node:crypto'
import type { OperationCall } from '#local/aws/rest-json-server.ts'
import type { ScheduleStore } from '#local/aws/scheduler/schedule-store.ts'
import { conflict } from '#local/aws/scheduler/scheduler-error.ts'

/** Runs a change once per client token: a retry of the same call gets the first answer, another call with the token a conflict. */
export function oncePerToken(
  store: ScheduleStore,
  { call, clientToken }: { call: OperationCall; clientToken: string | undefined },
  change: () => object,
): object {
  return store.transaction(() => {
    if (clientToken === undefined) return change()
    const request = createHash('sha256')
      .update(JSON.stringify([call.labels, call.query.toString(), call.body]))
      .digest('hex')
    const seen = store.seenToken(call.operation, clientToken)
    if (seen !== undefined) {
      if (seen.request !== request) throw conflict('The ClientToken was already used with different parameters.')
      return { ...JSON.parse(seen.output) }
    }
    const output = change()
    store.keepToken({ operation: call.operation, token: clientToken, request, output: JSON.stringify(output) })
    return output
  })
}
