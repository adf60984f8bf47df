import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createWorld, type World } from '../world.ts';
import { accessOf, chainOf } from './access.ts';

/** What a person of Borealis gets in Flights when Borealis is managed by that organization. */
function managedBy(parentOrganizationId: string, change: (world: World) => void = () => {}) {
  const world = createWorld(seeds.default);
  const { organizations, users, applications } = world;
  const borealis = { ...organizations.get('org_borealis')!, parentOrganizationId };
  organizations.set('org_borealis', borealis);
  fromParent(world, 'org_borealis');
  change(world);
  const application = applications.get('app_flights')!;
  const { entry } = accessOf(world, users.get('user_both')!, borealis, application);
  return { entry, depth: chainOf(world, borealis, 'app_flights').length };
}

function fromParent(world: World, organizationId: string): void {
  if (world.organizations.get(organizationId)?.parentOrganizationId === undefined) return;
  const onboardings = world.onboardings.get(organizationId)!;
  onboardings.set('app_flights', { ...onboardings.get('app_flights')!, fromParent: true });
}

describe('the chain above an organization', () => {
  it('gives nothing on where a parent is gone', () => {
    assert.equal(managedBy('org_gone').entry === true, false);
  });

  it('comes to an end where organizations manage each other', () => {
    const { entry, depth } = managedBy('org_acme', (world) => {
      const { organizations } = world;
      const acme = organizations.get('org_acme')!;
      organizations.set('org_acme', { ...acme, parentOrganizationId: 'org_borealis' });
      fromParent(world, 'org_acme');
    });
    assert.equal(entry === true, false);
    assert.equal(depth, 3);
  });
});
