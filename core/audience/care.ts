/** Which touches are care: those that the company makes of its own accord. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { traitsOf } from '#core/campaign/occasion-traits.ts'

/** What the law or a sale demands (transactional), and what the customer asked for in a call (the guide by mail), is none: it goes out whatever stands against care. */
export const isCare = ({ contentClass, occasion }: Pick<CampaignDefinition, 'contentClass' | 'occasion'>): boolean =>
  contentClass !== 'transactional' && !traitsOf(occasion).isAskedFor
