/** How schedules and their groups are named and dated in answers. */
import { epochMsOf } from '#core/time/instant.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'

export const scheduleArn = ({ region, accountId }: AwsPlace, groupName: string, name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule/${groupName}/${name}`

export const groupArn = ({ region, accountId }: AwsPlace, name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule-group/${name}`

export const dates = (created: string, modified: string) => ({
  CreationDate: epochMsOf(created) / 1000,
  LastModificationDate: epochMsOf(modified) / 1000,
})
