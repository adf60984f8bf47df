import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  apiKeyBlocker,
  apiKeyRevocationBlocker,
  permissionsOfKey,
  type ApiKey,
  type ApiKeyOffer,
} from './api-keys.ts';
import type { Permission } from './organization-roles.ts';

const now = 1000;
const maker = (...permissions: Permission[]) => ({
  userId: 'user',
  permissions: new Set(permissions),
});
const offer = (some: Partial<ApiKeyOffer> = {}): ApiKeyOffer => ({
  permissions: ['members:read'],
  ofMember: true,
  ...some,
});

describe('apiKeyBlocker', () => {
  it('lets a member make a key that holds at most what they have', () => {
    const actor = maker('api-keys:manage', 'members:read');
    assert.equal(apiKeyBlocker(actor, offer(), now), undefined);
    assert.equal(
      apiKeyBlocker(actor, offer({ permissions: ['members:read', 'members:remove'] }), now),
      'escalation_refused',
    );
    assert.equal(apiKeyBlocker(actor, offer({ permissions: [] }), now), 'validation_failed');
  });

  it('refuses an end that has come, and a maker in whose name nothing can act', () => {
    const actor = maker('members:read');
    assert.equal(apiKeyBlocker(actor, offer({ expiresAt: now }), now), 'validation_failed');
    assert.equal(apiKeyBlocker(actor, offer({ expiresAt: now + 1 }), now), undefined);
    assert.equal(apiKeyBlocker(actor, offer({ ofMember: false }), now), 'forbidden');
  });
});

describe('apiKeyRevocationBlocker', () => {
  it('keeps a key above those who have less', () => {
    const key = { permissions: ['members:read'] as const };
    assert.equal(apiKeyRevocationBlocker(maker('members:read'), key), undefined);
    assert.equal(apiKeyRevocationBlocker(maker('api-keys:manage'), key), 'escalation_refused');
  });
});

describe('permissionsOfKey', () => {
  const key: ApiKey = {
    apiKeyId: 'key',
    organizationId: 'org',
    name: 'Key',
    permissions: ['members:read', 'audit:read'],
    createdBy: 'user',
    createdAt: 0,
    expiresAt: now,
  };

  it('sinks with the maker and is nothing from the end on', () => {
    const rights = new Set<Permission>(['members:read', 'members:remove']);
    assert.deepEqual([...permissionsOfKey(key, rights, now - 1)], ['members:read']);
    assert.deepEqual([...permissionsOfKey(key, rights, now)], []);
  });
});
