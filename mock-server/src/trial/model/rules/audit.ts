import assert from 'node:assert/strict';
import { routes, type Route } from '@tesserakit/contract';
import { isPersonal, type AuditEvent } from '@tesserakit/domain';
import { isWrite } from '../requests/index.ts';
import type { Moment, Rules, Step } from '../step.ts';

/** What the log held when it was looked at last, event by event. */
const kept = new WeakMap<readonly AuditEvent[], string[]>();

/** What holds of the audit log, whatever happened. */
export const logRules: Rules<Moment> = {
  'inv-37: time never falls in the audit log'({ arena, events }) {
    const { audit } = arena.world;
    let at = audit[audit.length - events.length - 1]?.at ?? 0;
    for (const event of events) {
      assert.ok(event.at >= at);
      at = event.at;
    }
  },

  'inv-37: what was written to the audit log stays as it is'({ arena }) {
    const { audit } = arena.world;
    const known = kept.get(audit) ?? [];
    kept.set(audit, known);
    assert.ok(known.length <= audit.length);
    // The whole log each time would take longer and longer: some of it, elsewhere each time.
    for (let at = known.length % 7; at < known.length; at += 7) {
      assert.equal(JSON.stringify(audit[at]), known[at]);
    }
    for (const event of audit.slice(known.length)) known.push(JSON.stringify(event));
  },
};

/** What the audit log says of a request. */
export const auditRules: Rules<Step> = {
  'inv-37: a write is one event with its consequences, a refusal one, a read none'(step) {
    const { asked, events } = step;
    const { code, operation } = asked;
    const silent = !isWrite(operation) || code === 'unauthenticated';
    if (silent) return assert.deepEqual(events, []);
    const roots = events.filter(({ causedBy }) => causedBy === undefined);
    const results = asked.answer['results'] as unknown[] | undefined;
    if (code !== undefined) {
      assert.equal(events.length, 1);
      assert.deepEqual([events[0]?.outcome, events[0]?.code], ['denied', code]);
    } else assert.equal(roots.length, results?.length ?? 1);
    const rootIds = new Set(roots.map(({ eventId }) => eventId));
    for (const { causedBy, outcome } of events) {
      if (code === undefined && !results) assert.equal(outcome, 'success');
      if (causedBy !== undefined) assert.ok(rootIds.has(causedBy), causedBy);
    }
    return undefined;
  },

  'inv-37: an event says who did it, and for whom'({ asked, events }) {
    const { userId, organizationId, key, clientId } = asked.asker;
    const { action }: Route = routes[asked.operation];
    const own = key === undefined && action !== undefined && isPersonal(action);
    for (const { actor, target, ...event } of events) {
      // What others lose to somebody, they are not told by whom.
      if (actor.type === 'system') {
        assert.notEqual(event.organizationId, organizationId);
        assert.ok(event.causedBy !== undefined);
        continue;
      }
      assert.equal(actor.id, key === undefined ? userId : clientId);
      assert.equal(actor.organizationId, own ? undefined : organizationId);
      assert.ok(target !== undefined || asked.code !== undefined);
    }
  },
};
