/** The identities of SES that can stand for an address, the nearest first; a top-level domain is nobody's. */
export function identitiesOf(address: string): readonly string[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const labels = domain.split('.')
  const domains = labels.map((_, index) => labels.slice(index).join('.')).filter((name) => name.includes('.'))
  return [address.toLowerCase(), ...domains]
}
