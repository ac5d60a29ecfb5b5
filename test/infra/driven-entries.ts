/**
 * The functions as Lambda runs them: their real entries, each in a process of its own over the local endpoints, called with events that fail.
 * Answers what each of them printed as a metric, and how the call ended.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { ROOT } from '#test/infra/synthesised.ts'

/** What CloudWatch makes of a line in embedded format. */
export interface EmittedMetric {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

export interface Driven {
  readonly metrics: readonly EmittedMetric[]
  /** `threw` is what Lambda counts as an error, at the call or while the entry loads. */
  readonly ended: 'answered' | 'threw'
  readonly answer: unknown
}

const PROGRAM = `
  const [entry, event, remainingMs] = process.argv.slice(1)
  const { handler } = await import(entry)
  const answer = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => Number(remainingMs) })
  process.stdout.write(JSON.stringify({ answer: answer ?? null }) + '\\n')
  process.exit(0)
`

const Line = z.looseObject({
  answer: z.unknown().optional(),
  _aws: z
    .looseObject({
      CloudWatchMetrics: z.array(
        z.looseObject({
          Namespace: z.string(),
          Dimensions: z.array(z.array(z.string())),
          Metrics: z.array(z.looseObject({ Name: z.string() })),
        }),
      ),
    })
    .optional(),
})
type Line = z.infer<typeof Line>

/** Runs `program` of this project with the arguments. */
export async function driven(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Driven> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment },
  })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('close', ended)),
  ])
  const lines = `${out}\n${err}`.split('\n').flatMap((line) => (line.startsWith('{') ? [Line.parse(JSON.parse(line))] : []))
  return {
    metrics: lines.flatMap(metricsIn),
    ended: code === 0 ? 'answered' : 'threw',
    answer: lines.find((line) => 'answer' in line)?.answer,
  }
}

export const drivenEntry = (
  name: string,
  event: unknown,
  environment: Readonly<Record<string, string>>,
  { remainingMs = 60_000 } = {},
): Promise<Driven> =>
  driven(PROGRAM, [`${ROOT}/functions/${name}.lambda.ts`, JSON.stringify(event), String(remainingMs)], environment)

const metricsIn = (line: Line): readonly EmittedMetric[] =>
  (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.map(({ Name }) => ({
        namespace: Namespace,
        name: Name,
        dimensions: Object.fromEntries(names.map((name) => [name, String(line[name])])),
      })),
    ),
  )
