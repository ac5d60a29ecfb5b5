/** Which customer a mail is from, and which mail it answers: told only by the sealed address it was sent to. The From header proves nothing. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import { type OpenedReplyAddress, type ReplySeals, type ReplyUse, SecretUnreadError } from '#app/ports/secrets.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Case } from '#core/work/work-item.ts'

export interface Addressed {
  readonly use: ReplyUse
  readonly customerId: string
  /** The mail that was sent to them; null when its campaign is no longer known. */
  readonly answered: { readonly campaign: CampaignDefinition; readonly occurrenceId: string } | null
  /** The case that it answers; null for an answer to any other mail, and when the case is gone. */
  readonly ofCase: Case | null
}

export interface ReplyAddressPorts {
  readonly campaigns: Pick<CampaignStore, 'latest'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly work: Pick<WorkStore, 'ofCustomer'>
  readonly seals: Pick<ReplySeals, 'openReplyLocalPart'>
}

/** A person writes to fewer addresses than this; the rest are not read. */
const MOST_RECIPIENTS = 50

/** Undefined when the mail matches no customer: no address of ours, a forged one, or an erased customer. */
export async function addressedBy(
  ports: ReplyAddressPorts,
  { recipients, company }: { readonly recipients: readonly string[]; readonly company: Company },
): Promise<Addressed | undefined> {
  const localParts = recipients.slice(0, MOST_RECIPIENTS).flatMap((address) => localPartOf(address, company) ?? [])
  const opened = await firstOpened(ports, localParts)
  if (!opened || !(await ports.customers.get(opened.customerId))) return undefined
  const { use, customerId, campaignTag, date } = opened
  if (use === 'case') return { use, customerId, answered: null, ofCase: await caseNamed(ports, { customerId, tag: campaignTag }) }
  return { use, customerId, answered: await answeredBy(ports, { campaignTag, date }), ofCase: null }
}

/** The address has room for four bytes of the id: the sealed customer's own cases are few. */
async function caseNamed(
  { work }: ReplyAddressPorts,
  { customerId, tag }: { readonly customerId: string; readonly tag: number },
): Promise<Case | null> {
  for (const item of await work.ofCustomer(customerId)) if (item.kind === 'case' && stableHash(item.workId) === tag) return item
  return null
}

/** An address whose key cannot be read at the moment may be the customer's: when no other address opens, the mail must be tried again. */
async function firstOpened({ seals }: ReplyAddressPorts, localParts: readonly string[]): Promise<OpenedReplyAddress | undefined> {
  let unread: SecretUnreadError | undefined
  for (const localPart of localParts) {
    try {
      const opened = await seals.openReplyLocalPart(localPart)
      if (opened) return opened
    } catch (error) {
      if (!(error instanceof SecretUnreadError)) throw error
      unread ??= error
    }
  }
  if (unread) throw unread
  return undefined
}

function localPartOf(address: string, { replyDomain }: Company): string | undefined {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).trim()
  return at > 0 && domain.toLowerCase() === replyDomain?.toLowerCase() ? address.slice(0, at).trim() : undefined
}

/** A reminder's address is the invitation's, so that an answer to either is an answer to the same. */
async function answeredBy(
  { campaigns }: ReplyAddressPorts,
  { campaignTag, date }: { readonly campaignTag: number; readonly date: LocalDate },
): Promise<Addressed['answered']> {
  const campaign = (await campaigns.latest()).find(({ definition }) => stableHash(definition.id) === campaignTag)?.definition
  return campaign ? { campaign, occurrenceId: occurrenceIdOf({ campaignId: campaign.id, date }) } : null
}
