/** Whether a campaign makes touches. Cancelled is for good. */
export type CampaignState = 'active' | 'paused' | 'cancelled'
