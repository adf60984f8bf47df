import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isVisible,
  organizationDeletionBlocker,
  organizationReactivationBlocker,
  organizationSuspensionBlocker,
  slugBlocker,
  type Organization,
} from './organizations.ts';

const root: Organization = {
  organizationId: 'acme',
  name: 'Acme',
  slug: 'acme',
  status: 'active',
  createdAt: 0,
};
const child: Organization = { ...root, organizationId: 'north', parentOrganizationId: 'acme' };

describe('deleting an organization', () => {
  const own = { kind: 'own' } as const;

  it('is open to a root itself, and not to who is managed', () => {
    const facts = { reach: own, applicationIds: ['flights'], linkedBelow: true };
    assert.equal(organizationDeletionBlocker({ ...facts, organization: root }), undefined);
    const beyond = { ...facts, organization: root, linkedBelow: false };
    assert.equal(organizationDeletionBlocker(beyond), 'forbidden');
    assert.equal(organizationDeletionBlocker({ ...facts, organization: child }), 'forbidden');
  });

  it('P31: destroys nothing of an application that the parent does not manage', () => {
    const reach = { kind: 'managed', applicationIds: new Set(['flights']) } as const;
    const facts = { organization: child, reach, linkedBelow: true };
    assert.equal(organizationDeletionBlocker({ ...facts, applicationIds: ['flights'] }), undefined);
    assert.equal(
      organizationDeletionBlocker({ ...facts, applicationIds: ['flights'], linkedBelow: false }),
      'forbidden',
    );
    assert.equal(
      organizationDeletionBlocker({ ...facts, applicationIds: ['flights', 'ledger'] }),
      'forbidden',
    );
    const platform = { kind: 'platform' } as const;
    assert.equal(
      organizationDeletionBlocker({
        ...{ ...facts, reach: platform },
        ...{ applicationIds: ['ledger'], linkedBelow: false },
      }),
      undefined,
    );
  });
});

describe('suspending an organization', () => {
  it('has two states, each left by one verb', () => {
    const suspended: Organization = { ...root, status: 'suspended' };
    assert.equal(organizationSuspensionBlocker(root), undefined);
    assert.equal(organizationSuspensionBlocker(suspended), 'organization_suspended');
    assert.equal(organizationReactivationBlocker(suspended), undefined);
    assert.equal(organizationReactivationBlocker(root), 'already_exists');
  });
});

describe('a slug', () => {
  it('is lower-case words with single hyphens, and no word of the house', () => {
    for (const good of ['acme', 'acme-north', 'a1', 'x'.repeat(60)]) {
      assert.equal(slugBlocker(good, false), undefined, good);
    }
    const bad = ['', 'a', 'Acme', '-acme', 'acme-', 'a--b', 'äcme', 'a b', 'admin', 'x'.repeat(61)];
    for (const slug of bad) assert.equal(slugBlocker(slug, false), 'validation_failed', slug);
    assert.equal(slugBlocker('acme', true), 'already_exists');
  });
});

describe('isVisible', () => {
  it('takes a letter, a digit or a sign to read', () => {
    for (const text of ['a', 'ж', '旅', '7', '!', '€', ' a '])
      assert.equal(isVisible(text), true, text);
    for (const text of ['', ' ', '\t\n', '\u200b', '\u202e\u2066', '\u00ad']) {
      assert.equal(isVisible(text), false, JSON.stringify(text));
    }
  });
});
