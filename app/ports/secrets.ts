/** Values that stand for others: keyed ones that cannot be guessed, and keyless names of addresses and contact points. */
import type { ContactPoint } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/**
 * The token may be right, but the secret that could tell cannot be read at the moment. Never treated as a forgery: the queue tries again, and a page
 * asks the customer to.
 */
export class SecretUnreadError extends Error {
  override readonly name = 'SecretUnreadError'
}

/** Hashes of e-mail addresses. They need no key, so a function that only hashes holds none. */
export interface AddressHashes {
  /** A keyless hash of a normalised address; the key of the customers' index by address. */
  addressHash(address: string): string
}

/**
 * Names of contact points, by which suppressions are looked up. They need no key: the list of suppressions stores each under an HMAC, and its adapter
 * alone holds that key (docs/adr/019).
 */
export interface ContactKeys {
  /** The same for every way of writing the address or number, and never the same for two kinds. */
  contactKey(point: ContactPoint): string
}

export interface VoucherCodes {
  /** The same code for the same person and occasion, always, whatever key seals; unguessable without the first key. */
  voucherCode(key: { readonly campaignId: string; readonly occasionKey: string; readonly customerId: string }): string
}

export interface LinkSeals {
  /** The token of a link: for one use, about these fields, until an instant. */
  linkToken(link: { readonly use: LinkUse; readonly fields: readonly string[]; readonly expiresAt: Instant }): string
  /**
   * What the token was made for; undefined when it is forged, altered, made for another use, or its key is retired. Throws SecretUnreadError
   * when it names a key that is not known here and the secret cannot be read.
   */
  openLink(token: string, asked: { readonly use: LinkUse; readonly now: Instant }): Promise<OpenedLink | undefined>
}

export type OpenedLink = { readonly fields: readonly string[] } | 'expired'

export interface ReplySeals {
  /** The local part of an address for answers, at most 64 characters and the same in any case of letters; undefined when the id is too long. */
  replyLocalPart(mail: {
    readonly use: ReplyUse
    readonly customerId: string
    /** Of a case its id, and the day on which it was opened. */
    readonly campaignId: string
    readonly date: LocalDate
  }): string | undefined
  /**
   * Whose answer it is, and to which campaign's mail of which date; undefined when it is forged, altered or none of ours. Throws
   * SecretUnreadError as `openLink` does.
   */
  openReplyLocalPart(localPart: string): Promise<OpenedReplyAddress | undefined>
}

export interface OpenedReplyAddress {
  readonly use: ReplyUse
  readonly customerId: string
  readonly campaignTag: number
  readonly date: LocalDate
}

export interface NetworkHashes {
  /** A keyed hash of a network address: two addresses can be compared without storing them, as long as the key stays the same. */
  networkHash(address: string): string
}

export interface NumberNames {
  /** The same name for the same telephone number, always, whatever key seals: for ids, which stand in logs. It cannot be turned back without the first key. */
  numberName(phone: string): string
}

/** Keyed values that cannot be guessed. */
export interface Seals extends AddressHashes, ContactKeys, VoucherCodes, LinkSeals, ReplySeals, NetworkHashes, NumberNames {}

/**
 * solved: [customerId, workId, id of the mail that asks]; unsubscribe: [customerId, purpose]; preferences: [customerId]; survey: [customerId, occurrenceId of the invitation]; form: what a form of a
 * page carries, and never a link (functions/customer/shown-form.ts); session: what the cookie of a signed-in person of the staff carries:
 * [address, session id]; sign-in: what the browser must bring back from the issuer (functions/staff/sign-in.ts); said: [session id, address of the page
 * that says what was done] (functions/staff/said-to-author.ts); question: [when a department was asked, question id, whose link of the two it is].
 */
export type LinkUse = 'solved' | 'unsubscribe' | 'preferences' | 'survey' | 'form' | 'session' | 'sign-in' | 'said' | 'question'

/** reply: an answer to the mail; stop: an opt-out by mail, whatever it says; case: an answer to a mail of a case. */
export type ReplyUse = 'reply' | 'stop' | 'case'
