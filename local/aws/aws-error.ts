/** A refusal in the words and with the status that AWS uses: the server turns it into the wire form the SDK reads back. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly code: string
  readonly status: number

  constructor({ code, status, message }: { code: string; status: number; message: string }) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const serializationException = (message: string): AwsError =>
  new AwsError({ code: 'SerializationException', status: 400, message })
