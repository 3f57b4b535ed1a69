import { BlockList, isIPv4, isIPv6 } from 'node:net'

interface Range {
  readonly address: string
  readonly bits: number
  readonly family: 'ipv4' | 'ipv6'
}

/** `10.0.0.0/8`, or one address; undefined where it is neither. */
export const rangeOf = (text: string): Range | undefined => {
  const [address = '', bits] = text.split('/')
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined
  if (family === undefined) return undefined
  const most = family === 'ipv4' ? 32 : 128
  const size = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : most + 1
  return size > most ? undefined : { address, bits: size, family }
}

/** Everything that is not the public internet (IANA special-purpose registries), and the ways to write an IPv4 address as an IPv6 one. */
const special = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::ffff:0:0/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]

const listOf = (ranges: readonly string[], family: Range['family']): BlockList => {
  const list = new BlockList()
  for (const text of ranges) {
    const range = rangeOf(text)
    // The list of one family never answers for the other: `::ffff:0:0/96` would else be all of IPv4.
    if (range !== undefined && range.family === family) list.addSubnet(range.address, range.bits, family)
  }
  return list
}

/** Which addresses may be called on behalf of a person: public ones, and those of `allowed` (OUTGOING_PRIVATE). */
export const addressRules = (allowed: readonly string[]) => {
  const refused = { ipv4: listOf(special, 'ipv4'), ipv6: listOf(special, 'ipv6') }
  const admitted = { ipv4: listOf(allowed, 'ipv4'), ipv6: listOf(allowed, 'ipv6') }
  return (address: string): boolean => {
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    return admitted[family].check(address, family) || !refused[family].check(address, family)
  }
}
