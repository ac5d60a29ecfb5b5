/** The errors of SES v2, with their names and texts. */
import { AwsError } from '#local/aws/aws-error.ts'

const refusal =
  (code: string, status: number) =>
  (message: string): AwsError =>
    new AwsError({ code, status, message })

export const badRequest = refusal('BadRequestException', 400)
export const notFound = refusal('NotFoundException', 404)
export const alreadyExists = refusal('AlreadyExistsException', 400)
export const limitExceeded = refusal('LimitExceededException', 400)
export const tooManyRequests = refusal('TooManyRequestsException', 429)
export const messageRejected = refusal('MessageRejected', 400)
export const accountSuspended = refusal('AccountSuspendedException', 400)
export const mailFromNotVerified = refusal('MailFromDomainNotVerifiedException', 400)
export const sendingPaused = refusal('SendingPausedException', 400)
