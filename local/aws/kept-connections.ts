/**
 * HTTP over kept connections to servers on this machine, for calls so frequent that a client's work for each is most of their CPU time: a request is
 * one text written at once, and an answer is its status and its body. One call at a time goes over a connection.
 */
import { connect, type Socket } from 'node:net'

export interface Address {
  readonly hostname: string
  readonly port: number
}

export interface PlainAnswer {
  readonly status: number
  readonly body: string
}

export interface KeptConnections {
  /** `request` is whole: its first line, its headers, its body. Rejects when the connection breaks before the answer is complete. */
  call(address: Address, request: string): Promise<PlainAnswer>
  close(): void
}

/** A connection unused for this time is not used again: its server may be about to close it. */
const IDLE_MS = 4_000

export function keptConnections(): KeptConnections {
  const idle = new Map<number, Connection[]>()
  const all = new Set<Connection>()
  let closed = false

  /** The one used last, so that those which a burst opened grow old. */
  function take(address: Address): Connection {
    const waiting = idle.get(address.port) ?? []
    for (let last = waiting.pop(); last; last = waiting.pop()) {
      const isFresh = last.isOpen() && performance.now() - last.usedAt < IDLE_MS
      if (isFresh && last.address.hostname === address.hostname) return last
      last.end()
    }
    const made: Connection = connection(address, () => {
      all.delete(made)
      const kept = idle.get(address.port)?.filter((each) => each !== made)
      if (kept) idle.set(address.port, kept)
    })
    all.add(made)
    return made
  }

  function giveBack(used: Connection): void {
    const waiting = idle.get(used.address.port)
    if (waiting) waiting.push(used)
    else idle.set(used.address.port, [used])
  }

  return {
    async call(address, request) {
      if (closed) throw new Error('the connections are closed')
      const used = take(address)
      const answer = await used.ask(request)
      if (used.isOpen()) giveBack(used)
      return answer
    },
    close() {
      closed = true
      for (const each of all) each.end()
    },
  }
}

interface Connection {
  readonly address: Address
  usedAt: number
  ask(request: string): Promise<PlainAnswer>
  isOpen(): boolean
  end(): void
}

interface Asking {
  readonly resolve: (answer: PlainAnswer) => void
  readonly reject: (error: Error) => void
}

function connection(address: Address, ended: () => void): Connection {
  const socket: Socket = connect({ host: address.hostname, port: address.port, noDelay: true })
  let asking: Asking | undefined
  let received: Buffer | undefined
  let open = true

  function broken(error: Error): void {
    open = false
    ended()
    asking?.reject(error)
    asking = undefined
  }
  socket.on('data', (chunk) => {
    received = received ? Buffer.concat([received, chunk]) : chunk
    const whole = answerIn(received)
    if (!whole) return
    received = undefined
    const answered = asking
    asking = undefined
    made.usedAt = performance.now()
    // A process with nothing else to do ends.
    socket.unref()
    if (whole.closes) made.end()
    answered?.resolve(whole)
  })
  socket.on('error', broken)
  socket.on('close', () => broken(Object.assign(new Error('the connection broke'), { code: 'ECONNRESET' })))
  const made: Connection = {
    address,
    usedAt: performance.now(),
    ask: (request) =>
      new Promise((resolve, reject) => {
        asking = { resolve, reject }
        socket.ref()
        socket.write(request)
      }),
    isOpen: () => open,
    end() {
      open = false
      socket.destroy()
    },
  }
  return made
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** Undefined until the answer is complete. */
function answerIn(received: Buffer): (PlainAnswer & { readonly closes: boolean }) | undefined {
  const at = received.indexOf(END_OF_HEAD)
  if (at < 0) return undefined
  const head = received.toString('latin1', 0, at)
  const from = at + END_OF_HEAD.length
  const body = bodyIn(received, { head, from })
  if (body === undefined) return undefined
  return { status: Number(head.slice(9, 12)), body, closes: CLOSES.test(head) }
}

const LENGTH = /\r\ncontent-length: *(\d+)/i
const CHUNKED = /\r\ntransfer-encoding: *chunked/i
const CLOSES = /\r\nconnection: *close/i

function bodyIn(received: Buffer, { head, from }: { readonly head: string; readonly from: number }): string | undefined {
  if (CHUNKED.test(head)) return chunksIn(received, from)
  const end = from + Number(LENGTH.exec(head)?.[1] ?? 0)
  return received.length < end ? undefined : received.toString('utf8', from, end)
}

/** Each chunk has its length before it, in hexadecimal; the last one is empty. */
function chunksIn(received: Buffer, from: number): string | undefined {
  if (!received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)) return undefined
  const chunks: Buffer[] = []
  for (let at = from; ; ) {
    const line = received.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(received.toString('latin1', at, line), 16)
    if (size === 0) return Buffer.concat(chunks).toString()
    const end = line + 2 + size
    // A text that only ends like the last chunk.
    if (!(end + 2 <= received.length)) return undefined
    chunks.push(received.subarray(line + 2, end))
    at = end + 2
  }
}
