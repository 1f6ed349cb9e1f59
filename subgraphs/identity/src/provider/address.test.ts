import type { IncomingMessage } from 'node:http';
import { networkAddress } from './address.js';

function from(remoteAddress: string, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return networkAddress({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);
}

it('believes the door in front and nobody before it', () => {
  expect(from('10.0.0.1', '1.1.1.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(from('10.0.0.1')).toBe('10.0.0.1');
  expect(from('10.0.0.1', '')).toBe('10.0.0.1');
});

it('counts an IPv6 customer by their /64 and an IPv4 one alike in both spellings', () => {
  const customer = from('2001:db8:1:2:3:4:5:6');
  expect(customer).toBe('2001:db8:1:2::/64');
  expect(from('2001:0DB8:0001:0002::9')).toBe(customer);
  expect(from('2001:db8:1:3::9')).not.toBe(customer);
  expect(from('::ffff:203.0.113.7')).toBe(from('203.0.113.7'));
});
