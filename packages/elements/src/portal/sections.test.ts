import type { Capabilities } from '@tesserakit/contract';
import { expect } from '@open-wc/testing';
import { pathOf, placeOf, sections, standingOf } from './sections.js';

const all: Capabilities = {
  organizations: { search: true },
  members: { search: true, sorts: [], filters: [], total: true, pageLimit: 100 },
  managedOrganizations: { list: true },
  invitations: { list: true },
  access: { matrixLimit: 100 },
  applications: { list: true },
  organizationRoles: { list: true },
};

describe('the sections of a portal', () => {
  it('are those that the backend can do and the person may see', () => {
    const { invitations: _, ...fewer } = all;
    const actions = { 'members.list': 'forbidden', 'access.read': true } as const;
    const standings = sections.map((section) => standingOf(section, fewer, { actions }));
    expect(
      Object.fromEntries(sections.map((section, at) => [section, standings[at]])),
    ).to.deep.equal({
      overview: true,
      members: 'forbidden',
      invitations: 'unsupported',
      roles: true,
      access: 'forbidden',
      applications: true,
      organizations: true,
      settings: true,
    });
  });

  it('shows roles where applications have some, though organizations have none', () => {
    const { organizationRoles: _, ...fewer } = all;
    expect(standingOf('roles', fewer, { actions: {} })).to.equal(true);
    expect(standingOf('roles', { ...fewer, applications: {} }, { actions: {} })).to.equal(
      'unsupported',
    );
  });
});

describe('the paths of a portal', () => {
  it('lead back to where they came from, whatever stands in an id', () => {
    const id = 'user/../1?a=%20#ü';
    expect(placeOf(pathOf('members', id))).to.deep.equal({ section: 'members', detail: [id] });
    expect(placeOf(pathOf('overview'))).to.deep.equal({ section: 'overview', detail: [] });
    expect(placeOf('applications/app_flights/user_1')).to.deep.equal({
      section: 'applications',
      detail: ['app_flights', 'user_1'],
    });
  });

  it('lead nowhere where no screen is', () => {
    for (const path of [undefined, 'nothing', 'overview', 'access/1', 'members//', 'members/%E0']) {
      expect(placeOf(path), path).to.equal(undefined);
    }
  });
});
