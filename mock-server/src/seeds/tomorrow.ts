import type { Operation } from '@tesserakit/contract';

/** An answer, or an item of one, as it travels. */
type Entity = Record<string, unknown>;

const organization = (entity: Entity): Entity => {
  const { slug, createdAt, ...rest } = entity;
  return isOne(entity, 'organizationId', 'org_hostile_markup')
    ? { ...rest, status: 'archived', entry: 'second_key_required' }
    : { ...entity, region: { name: 'Moon' } };
};

const member = (entity: Entity): Entity => {
  const { name, ...rest } = entity;
  if (name === '') return rest;
  return isOne(entity, 'userId', 'user_hostile_markup')
    ? {
        ...entity,
        status: 'quarantined',
        source: 'agent',
        actions: { 'member.clone': 'too_early' },
      }
    : { ...entity, actions: { ...(entity['actions'] as Entity), 'member.clone': true } };
};

const application = (entity: Entity): Entity =>
  isOne(entity, 'applicationId', 'app_hostile_markup')
    ? {
        ...entity,
        audience: 'b2a',
        onboarding: { ...(entity['onboarding'] as Entity), status: 'trial' },
      }
    : entity;

const changes: Partial<Record<Operation, (entity: Entity) => Entity>> = {
  'organizations.list': organization,
  'organizations.get': organization,
  'members.list': member,
  'members.get': member,
  'members.add': member,
  'members.update': member,
  'members.suspend': member,
  'members.reactivate': member,
  'members.setOrganizationRoles': member,
  'applications.list': application,
};

/**
 * An answer as a newer server would give it: statuses, reasons and actions that are not in the
 * contract yet, fields that are not either, and nothing that may be left out. It still keeps to the
 * contract, which readers take leniently.
 */
export function fromTomorrow(operation: Operation, answer: unknown): unknown {
  const change = changes[operation];
  if (!change) return answer;
  const entity = answer as Entity & { items?: readonly Entity[] };
  return entity.items ? { ...entity, items: entity.items.map(change) } : change(entity);
}

function isOne(entity: Entity, key: string, id: string): boolean {
  return entity[key] === id;
}
