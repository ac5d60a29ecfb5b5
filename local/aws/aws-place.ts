/** The account and Region the local endpoints pretend to be in; ARNs are made of them. */
export interface AwsPlace {
  readonly region: string
  readonly accountId: string
}

export const LOCAL_PLACE: AwsPlace = { region: 'ap-southeast-1', accountId: '000000000000' }
