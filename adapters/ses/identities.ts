/** The identities of SES that can cover an address, the nearest first. A top-level domain is never an identity. */
export function identitiesOf(address: string): readonly string[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const labels = domain.split('.')
  const domains = labels.map((_, index) => labels.slice(index).join('.')).filter((name) => name.includes('.'))
  return [address.toLowerCase(), ...domains]
}
