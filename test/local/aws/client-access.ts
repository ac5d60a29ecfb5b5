/** Real SDK clients pointed at a local endpoint. */
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SESv2Client } from '@aws-sdk/client-sesv2'

const access = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1 }

export const schedulerClient = (endpoint: string): SchedulerClient => new SchedulerClient({ ...access, endpoint })
export const sesClient = (endpoint: string): SESv2Client => new SESv2Client({ ...access, endpoint })
