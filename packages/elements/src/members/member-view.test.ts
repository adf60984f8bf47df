import { expect } from '@open-wc/testing';
import { viewOf, writeView, type MemberView } from './member-view.js';

const view: MemberView = {
  search: 'noor & co',
  status: 'suspended',
  role: 'application:role_flights_viewer',
  application: 'app_flights',
  source: 'scim',
  sort: '-lastSignInAt',
  columns: ['status', 'department'],
};

describe('viewOf', () => {
  it('reads what was written', () => {
    const written = writeView(new URLSearchParams(), view).toString();
    expect(viewOf(new URLSearchParams(written))).to.deep.equal(view);
  });

  it('leaves out what makes no sense', () => {
    const strange = 'members.status=quarantined&members.sort=salary&members.role=x&members.source=';
    expect(viewOf(new URLSearchParams(strange))).to.deep.equal({});
  });
});

describe('writeView', () => {
  it('leaves what else stands in the address, and takes away what no longer holds', () => {
    const before = new URLSearchParams('tab=people&members.search=old&members.columns=status');
    expect(writeView(before, { status: 'active' }).toString()).to.equal(
      'tab=people&members.status=active',
    );
  });
});
