/** The roles of staff, and what each may see and do in the staff app. */

export const ROLES = ['agent', 'lead', 'head', 'director', 'marketing', 'operator'] as const
export type Role = (typeof ROLES)[number]

const CARE = ['agent', 'lead', 'head'] as const
const SERVING = [...CARE, 'marketing', 'operator'] as const

/** A director reads figures, never names: `see-figures` is the balances, `see-people` is who they are made of. */
const GRANTED = {
  'see-figures': ROLES,
  /** What care achieved, as one page; the words of customers on it only with `see-listening`. */
  'see-report': ['head', 'director'],
  /** The customers behind a figure of it: who may see both the figures and the names. */
  'see-buyers': ['head'],
  /** Proposals, and handing the report in. */
  'write-report': ['head'],
  /** Budgets of periods, with their lines; a line is of a campaign and a tier, never of a person. */
  'see-budgets': ['head', 'director', 'marketing'],
  /** Changing and adding lines, proposing, saying why something was spent otherwise. */
  'propose-budget': ['head'],
  /** Approving and returning; not what the same person proposed. */
  'approve-budget': ['director'],
  'lock-budget': ['head', 'director'],
  /** Rehearsals that were stored, as figures. */
  'see-rehearsals': ['head', 'director', 'marketing'],
  /** Who would get what in one, and why not: who may see both the figures and the names. */
  'see-rehearsed-people': ['head', 'marketing'],
  /** Having one made. */
  rehearse: ['head', 'marketing'],
  'see-people': SERVING,
  'see-listening': SERVING,
  'see-work': [...CARE, 'operator'],
  /** The calls of the day of others in a team; a lead in their own team only. Without it, a member of staff sees their own. */
  'see-team-calls': ['lead', 'head', 'operator'],
  'see-audit': ['lead', 'head', 'operator'],
  'see-settings': ['head', 'director', 'marketing', 'operator'],
  /** Pausing, resuming and cancelling. */
  'change-campaign': ['head', 'marketing', 'operator'],
  /** Settling what is unknown, and writing once more. */
  'decide-outcome': ['lead', 'head', 'marketing', 'operator'],
  /** Planning or sending an occurrence again, and putting back what was given up. */
  redrive: ['operator'],
  'note-work': CARE,
  /** Taking work, handing it to a colleague or a team, giving it back. */
  'assign-work': CARE,
  'close-work': CARE,
  'reopen-work': ['lead', 'head'],
  /** A call that a colleague holds at this moment. */
  'take-over-call': ['lead', 'head'],
  /** Marking a member of the team ill, swapping a shift; a lead in their own team only. */
  'change-duty': ['lead', 'head'],
  'correct-person': CARE,
  'extend-right': ['lead', 'head', 'operator'],
  'export-person': ['head', 'operator'],
  'erase-person': ['head', 'operator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof GRANTED

export const PERMISSIONS: readonly Permission[] = Object.keys(GRANTED).filter((name): name is Permission => name in GRANTED)

export const rolesWith = (permission: Permission): readonly Role[] => GRANTED[permission]

export const mayDo = (role: Role, permission: Permission): boolean => rolesWith(permission).includes(role)
