import type { Member } from '@tesserakit/contract';
import { expect } from '@open-wc/testing';
import { MembersAtHand, type MembersAsked } from './members-at-hand.js';

const person = (name: string, more: Partial<Member> = {}): Member => ({
  userId: name,
  organizationId: 'org_acme',
  email: `${name.split(' ')[0]!.toLowerCase()}@acme.example`,
  name,
  status: 'active',
  organizationRoles: [{ roleId: 'org_member', name: 'Member' }],
  access: [],
  actions: {},
  ...more,
});

const booking = { roleId: 'booking', name: 'Booking agent' };
const members = [
  person('Noor Haddad', { lastSignInAt: '2026-03-01T00:00:00Z' }),
  person('Ada Adler', {
    organizationRoles: [{ roleId: 'org_admin', name: 'Administrator' }],
    lastSignInAt: '2026-03-01T09:00:00+12:00',
  }),
  person('', { email: 'invited@acme.example', status: 'pending' }),
  person('Zoë Noorman', {
    status: 'suspended',
    access: [{ applicationId: 'flights', name: 'Flights', roles: [booking] }],
  }),
];

describe('MembersAtHand', () => {
  const setup = () => {
    const atHand = new MembersAtHand(members);
    return {
      atHand,
      names: (asked: MembersAsked) =>
        atHand.matching(asked).map(({ name, email }) => name || email),
    };
  };

  it('has them as they were given until somebody asks for something else', () => {
    const { atHand } = setup();
    expect(atHand.matching({})).to.equal(members);
    expect(atHand.matching({ search: undefined, sort: undefined })).to.equal(members);
  });

  it('finds them by name or address', () => {
    const { names } = setup();
    expect(names({ search: 'noor' })).to.deep.equal(['Noor Haddad', 'Zoë Noorman']);
    expect(names({ search: 'INVITED@' })).to.deep.equal(['invited@acme.example']);
    expect(names({ search: 'nobody' })).to.deep.equal([]);
  });

  it('filters by status and by roles', () => {
    const { names } = setup();
    expect(names({ status: 'suspended' })).to.deep.equal(['Zoë Noorman']);
    expect(names({ organizationRole: 'org_admin' })).to.deep.equal(['Ada Adler']);
    expect(names({ applicationRole: 'booking' })).to.deep.equal(['Zoë Noorman']);
    expect(names({ applicationRole: 'booking', search: 'ada' })).to.deep.equal([]);
  });

  it('sorts either way, with those who have no value last', () => {
    const { names } = setup();
    const invited = 'invited@acme.example';
    const upwards = ['Ada Adler', 'Noor Haddad', 'Zoë Noorman'];
    expect(names({ sort: 'name' })).to.deep.equal([...upwards, invited]);
    expect(names({ sort: '-name' })).to.deep.equal([...upwards.toReversed(), invited]);
    expect(names({ sort: '-name', search: 'noor' })).to.deep.equal(['Zoë Noorman', 'Noor Haddad']);
    expect(names({ sort: 'lastSignInAt' }).slice(0, 2)).to.deep.equal(['Ada Adler', 'Noor Haddad']);
  });

  it('gives the same list for the same question', () => {
    const { atHand } = setup();
    const found = atHand.matching({ search: 'noor' });
    expect(atHand.matching({ search: 'noor' })).to.equal(found);
    expect(atHand.matching({})).to.equal(members);
  });
});
