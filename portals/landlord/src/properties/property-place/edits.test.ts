import { differing, rebase, textAt } from './edits';

const base = { name: 'Elm', code: 'ELM', address: { line1: '1 Elm St', city: 'Chicago' } };

describe('what two people changed of one object', () => {
  it('keeps what I changed, and takes over what only the other changed', () => {
    const mine = { ...base, name: 'Elm House' };
    const theirs = { ...base, code: 'ELM2' };
    expect(rebase(base, mine, theirs)).toEqual({ ...base, name: 'Elm House', code: 'ELM2' });
  });

  it('looks into groups: my street and their city both stay', () => {
    const mine = { ...base, address: { line1: '2 Elm St', city: 'Chicago' } };
    const theirs = { ...base, address: { line1: '1 Elm St', city: 'Evanston' } };
    expect(rebase(base, mine, theirs).address).toEqual({ line1: '2 Elm St', city: 'Evanston' });
  });

  it('takes a group that came or went as a whole', () => {
    const own: { address: { line1: string } | null } = { address: { line1: '1 Elm St' } };
    expect(rebase(own, { address: null }, own)).toEqual({ address: null });
    expect(rebase({ address: null }, { address: null }, own)).toEqual(own);
  });

  it('names the fields that differ, without regard to blanks around them', () => {
    expect(differing(base, { ...base, name: ' Elm ', code: 'OAK' })).toEqual(['code']);
    expect(differing(base, { ...base, address: { ...base.address, city: 'Evanston' } })).toEqual([
      'address',
    ]);
  });

  it('reads a text by its path', () => {
    expect(textAt(base, 'address.city')).toBe('Chicago');
    expect(textAt({ address: null }, 'address.city')).toBe('');
  });
});
