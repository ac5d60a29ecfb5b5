/** The errors of EventBridge Scheduler, with their names and statuses. */
import { AwsError } from '#local/aws/aws-error.ts'

export const validationException = (message: string): AwsError =>
  new AwsError({ code: 'ValidationException', status: 400, message })
export const notFound = (message: string): AwsError => new AwsError({ code: 'ResourceNotFoundException', status: 404, message })
export const conflict = (message: string): AwsError => new AwsError({ code: 'ConflictException', status: 409, message })
