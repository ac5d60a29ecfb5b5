/** What is wrong with the sender, in words, each with how it is mended. Exhaustive by type: no finding is ever shown as a code. */
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import type { Gravity, ProviderState, SenderFinding } from '#core/planning/sender-findings.ts'
import { FAULT_WORDS } from '#web/words/sender-faults.ts'

export interface Words {
  readonly wrong: string
  readonly mend: string
}

export const GRAVITY_WORDS: Readonly<Record<Gravity, string>> = {
  stops: 'no mail leaves',
  loses: 'some customers get no mail, or late',
  unsure: 'could not be asked',
  harms: 'mails leave, but are trusted less',
}

const QUESTIONS: Readonly<Record<keyof ProviderState, string>> = {
  account: 'the account (ses:GetAccount)',
  identity: 'the identity of the sender (ses:GetEmailIdentity)',
  configurationSet: 'the configuration set (ses:GetConfigurationSet)',
}

const DNS = 'put the DKIM records that the deployment printed (DkimRecord1 to 3) into the DNS of the domain'

/** Who sends, and the zone in which times are told: the company's. */
export interface FindingReader {
  readonly sender: string
  readonly zone: string
}

export function findingInWords(finding: SenderFinding, { sender, zone }: FindingReader): Words {
  switch (finding.kind) {
    case 'sending-stopped': {
      const { fault, since, probeAt, probes } = finding.stop
      return {
        wrong: `sending has been stopped since ${writtenTime(since, zone)}, because ${FAULT_WORDS.en[fault]} (${probes} probes; the next at ${writtenTime(probeAt, zone)}; ${timesAre(zone)})`,
        mend: 'mend the cause; a probe then opens the way by itself, within a quarter of an hour',
      }
    }
    case 'account-suspended':
      return { wrong: 'the provider has suspended the account', mend: 'answer the case that AWS opened in the Support Center' }
    case 'account-under-review':
      return {
        wrong: 'the account is under review',
        mend: 'read the mail of AWS about it, and mend what bounces or complaints it names',
      }
    case 'sending-disabled':
      return {
        wrong: 'sending is paused for the account',
        mend: 'if somebody here paused it: aws sesv2 put-account-sending-attributes --sending-enabled; otherwise answer the case of AWS',
      }
    case 'sandbox':
      return {
        wrong: 'the account is in the sandbox: only verified addresses get mail, every other customer fails',
        mend: 'ask for production access: SES console, Account dashboard (docs/deploy.md, section 4)',
      }
    case 'identity-missing':
      return {
        wrong: `nothing is known to the provider that ${sender} could send from`,
        mend: 'deploy with mailIdentity=create, or create the identity in this Region',
      }
    case 'identity-not-verified':
      return { wrong: `the identity ${finding.identity} is not verified`, mend: DNS }
    case 'not-signed':
      return { wrong: `mails of ${finding.identity} carry no DKIM signature`, mend: DNS }
    case 'mail-from-not-verified':
      return {
        wrong: `the MAIL FROM domain ${finding.domain} is not verified${finding.rejects ? '' : '; mails leave with the return path of the provider'}`,
        mend: 'put its MX and TXT records (BounceRecord, SpfRecord of the deployment) into the DNS',
      }
    case 'configuration-set-missing':
      return { wrong: 'the configuration set is gone: no mail is taken, and no bounce would be told', mend: 'deploy again' }
    case 'configuration-set-paused':
      return {
        wrong: `sending is paused for the configuration set ${finding.name}`,
        mend: `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${finding.name} --sending-enabled`,
      }
    case 'quota-short': {
      const { perDay, day } = finding
      return {
        wrong: `${day.mails} mails are planned for ${day.date}, and the account may send ${perDay} in 24 hours: the rest goes on the days after`,
        mend: 'ask for a higher sending quota (SES console, Account dashboard), or spread the campaigns',
      }
    }
    case 'unanswered':
      return {
        wrong: `the provider did not say anything about ${QUESTIONS[finding.about]}: ${finding.why.detail}`,
        mend: finding.why.unanswered === 'not-permitted' ? 'use credentials that may ask it' : 'ask again in a minute',
      }
  }
}
