import type { OrganizationRole } from '@tesserakit/contract';
import { expect } from '@open-wc/testing';
import { ar } from '../text/ar.js';
import { namedRoles, usualRoles } from './named-roles.js';

const role = (
  roleId: string,
  name: string,
  assignable: true | string = true,
): OrganizationRole => ({
  roleId,
  name,
  permissions: [],
  builtIn: false,
  assignable,
  actions: {},
});
const roles = [
  role('organizationAdmin', 'Administrator'),
  role('organizationMember', 'Member'),
  role('role_sales', 'Sales, Europe'),
];
const idsOf = (text: string) => namedRoles(ar, roles, text)?.map(({ roleId }) => roleId);

describe('namedRoles', () => {
  it('knows a role by its id, its name, and its name in the language around', () => {
    for (const text of ['organizationAdmin', ' ORGANIZATIONADMIN ', 'مسؤول']) {
      expect(idsOf(text)).to.deep.equal(['organizationAdmin']);
    }
    expect(idsOf('sales, europe')).to.deep.equal(['role_sales']);
  });

  it('knows several, each once, and none when one of them is unknown', () => {
    const both = ['organizationAdmin', 'organizationMember'];
    expect(idsOf('organizationAdmin; organizationMember|مسؤول')).to.deep.equal(both);
    expect(idsOf('organizationAdmin; king')).to.equal(undefined);
    expect(idsOf('')).to.equal(undefined);
  });
});

describe('usualRoles', () => {
  it('is what members are, unless it cannot be given', () => {
    expect(usualRoles(roles)).to.deep.equal(['organizationMember']);
    expect(usualRoles([role('organizationMember', 'Member', 'escalation_refused')])).to.deep.equal(
      [],
    );
  });
});
