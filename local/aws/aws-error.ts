/** A refusal with AWS's text and status: the server turns it into the wire form that the SDK reads. */
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
