import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoginStep } from '@tesserakit/contract';
import { ceiling } from '@tesserakit/domain';
import { catalogueOf, chainOf, grantsOf } from '../directory/access.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld, userByEmail } from '../world.ts';
import { seedNamed } from './index.ts';

const flights = 'app_flights';
const ledger = 'app_ledger';

function setup(name: string) {
  const world = createWorld(seedNamed(name));
  const server = createServer(world);
  /** The applications of which an organization may hand out roles. */
  const handsOut = (organizationId: string) =>
    [...world.applications.keys()].filter((applicationId) => {
      const organization = world.organizations.get(organizationId)!;
      const chain = chainOf(world, organization, applicationId);
      return ceiling(chain, catalogueOf(world, applicationId)).size > 0;
    });
  /** The applications that a person was given in an organization. */
  const given = (email: string, organizationId: string) =>
    grantsOf(world, organizationId, userByEmail(world, email)!.userId)
      .map((grant) => grant.applicationId)
      .sort();
  /** Where a person stands at an application after address and password. */
  const signIn = async (email: string, client = 'client_flights'): Promise<LoginStep> => {
    const browser = trialBrowser(world, server);
    return browser.prove(await browser.begin({ client_id: client }), email);
  };
  return { world, server, handsOut, given, signIn };
}

for (const name of ['diagram', 'default']) {
  describe(`the picture of two organizations and two applications, in ${name}`, () => {
    it('lets one organization hand out both applications, the other only one', () => {
      const { handsOut } = setup(name);
      assert.deepEqual(handsOut('org_acme'), [flights, ledger]);
      assert.deepEqual(handsOut('org_borealis'), [flights]);
    });

    it('lets members of the one be given either application or both, and of the other only the one', async () => {
      const { world, server } = setup(name);
      const give = async (administrator: string, at: string, person: string, roleId: string) => {
        const ask = asPerson(world, server, administrator, at);
        const [, applicationId] = /^role_([a-z]+)/.exec(roleId)!;
        const path = `/organizations/${at}/members/${person}/access/app_${applicationId}`;
        const { status, body } = await ask(path, { method: 'PUT', body: { roleIds: [roleId] } });
        return status === 200 ? true : body['code'];
      };
      const acme = (roleId: string) => give('user_admin_acme', 'org_acme', 'user_both', roleId);
      assert.equal(await acme('role_flights_viewer'), true);
      assert.equal(await acme('role_ledger_accountant'), true);
      const borealis = (roleId: string) =>
        give('user_admin_borealis', 'org_borealis', 'user_both', roleId);
      assert.equal(await borealis('role_flights_viewer'), true);
      assert.equal(await borealis('role_ledger_accountant'), 'application_not_onboarded');
    });

    it('asks the person of both organizations for which one they act', async () => {
      const step = await setup(name).signIn('both@acme.example');
      assert.equal(step.step, 'select_organization');
      assert.deepEqual(
        step.step === 'select_organization' &&
          step.organizations.items.map((choice) => choice.name).sort(),
        ['Acme Travel', 'Borealis'],
      );
    });

    it('asks nobody else, and lets them in where they were given access', async () => {
      const { world, server, signIn } = setup(name);
      const step = await signIn('agent@acme.example');
      const { status } = await redeem(world, server, answerIn(step).get('code'));
      assert.equal(status, 200);
      assert.equal((await signIn('agent@acme.example', 'client_ledger')).step, 'no_access');
    });

    it('has an administrator in each organization', () => {
      const { world } = setup(name);
      for (const organizationId of ['org_acme', 'org_borealis']) {
        const members = [...world.members.get(organizationId)!.values()];
        assert.ok(members.some((one) => one.organizationRoleIds.includes('organizationAdmin')));
      }
    });
  });
}

describe('the seed diagram', () => {
  it('has nothing but the picture', () => {
    const { world } = setup('diagram');
    assert.deepEqual([...world.applications.keys()], [flights, ledger]);
    assert.deepEqual([...world.organizations.keys()], ['org_acme', 'org_borealis']);
    assert.equal(world.users.size, world.passwords.size);
    for (const userId of world.users.keys()) {
      assert.ok(
        [...world.members.values()].some((members) => members.has(userId)),
        userId,
      );
    }
  });

  it('has members with the one application, the other, and both', () => {
    const { given } = setup('diagram');
    assert.deepEqual(given('agent@acme.example', 'org_acme'), [flights]);
    assert.deepEqual(given('accountant@acme.example', 'org_acme'), [ledger]);
    assert.deepEqual(given('analyst@acme.example', 'org_acme'), [flights, ledger]);
    assert.deepEqual(given('agent@borealis.example', 'org_borealis'), [flights]);
    assert.deepEqual(given('both@acme.example', 'org_borealis'), [flights]);
  });
});
