/** What every DynamoDB client of this process asks for, with the units that DynamoDB says each call took. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export interface WatchedCall {
  readonly command: string
  readonly isRead: boolean
  readonly units: number
}

export interface WatchedClients {
  /** Since it was last emptied. */
  readonly asked: WatchedCall[]
  /** A client that reaches the engine itself, not through the door that other programs knock at. */
  own(): DynamoDBClient
}

const READS = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'ScanCommand'])

/** Before the first client is made. */
export function watchClients(): WatchedClients {
  const asked: WatchedCall[] = []
  let own: DynamoDBClient | undefined
  const { send } = DynamoDBClient.prototype
  DynamoDBClient.prototype.send = async function (
    this: DynamoDBClient,
    command: { readonly input: object },
    ...more: readonly unknown[]
  ) {
    own = this
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' })
    const answer = await Reflect.apply(send, this, [command, ...more])
    const used = [answer?.ConsumedCapacity ?? []].flat()
    const { name } = command.constructor
    asked.push({
      command: name,
      isRead: READS.has(name),
      units: used.reduce((sum: number, one: { CapacityUnits?: number }) => sum + (one.CapacityUnits ?? 0), 0),
    })
    return answer
  } as typeof send
  return {
    asked,
    own: () => {
      if (own === undefined) throw new Error('no client of this process has asked yet')
      return own
    },
  }
}
