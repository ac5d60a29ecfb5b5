/** The network that an address on the internet belongs to: what one household or one office shares. */
import { isIP } from 'node:net'

/**
 * An IPv4 address is its own network, also when written as IPv6 (`::ffff:…`). Of an IPv6 address the first 64 bits count: the rest is the device's
 * own and changes by the day. Any other text is its own network.
 */
export function networkOf(address: string): string {
  const plain = (address.split('%')[0] ?? '').toLowerCase()
  if (isIP(plain) !== 6) return plain
  const groups = groupsOf(plain)
  const [a = 0, b = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [a >> 8, a & 255, b >> 8, b & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of an IPv6 address, however it is shortened. */
function groupsOf(address: string): readonly number[] {
  const [left = [], right] = withoutDots(address)
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))))
  return right === undefined ? left : [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}

/** `::ffff:1.2.3.4` → `::ffff:102:304`. */
const withoutDots = (address: string) =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...[a, b, c, d]: string[]) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
