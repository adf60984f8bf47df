import { html } from 'lit';
import { faultMatrix } from '../../trial/fault-matrix.js';
import '../context/provider.js';
import './member-detail.js';

const session = { name: 'Flights', authenticatedAt: '2026-01-01T00:00:00Z', methods: ['pwd'] };

const closed = { forbidden: /does not let you see/ };

faultMatrix('tessera-member-detail', {
  source: 'members/member-detail',
  content: html`<tessera-member-detail user-id="user_agent_acme"></tessera-member-detail>`,
  ready: 'agent@acme.example',
  reads: {
    capabilities: { words: { forbidden: /Only administrators/ } },
    'members.get': { words: { forbidden: /Only administrators/ } },
    'organizations.get': { ready: 'Makes this person the administrator', words: closed },
    'access.list': { ready: 'Flights', words: closed },
    'access.explain': {
      ask: ({ press }) => press(/^Conditions for entering Flights/),
      ready: 'Yes',
      words: closed,
    },
    'members.listSessions': {
      ask: ({ press }) => press(/^Sessions/),
      ready: 'Not signed in',
      words: closed,
    },
    'audit.list': {
      ask: ({ press }) => press(/^History/),
      ready: 'Nothing has been noted',
      words: closed,
    },
  },
  writes: {
    'members.update notes': {
      act: async ({ press, type }) => {
        await press(/^Edit title and department$/);
        await type(/^Title/, 'Chief');
        await press(/^Save$/);
      },
      again: ({ press }) => press(/^Save$/),
      keeps: (sight) => sight.field(/^Title/)?.value === 'Chief',
      done: /Title and department saved/,
    },
    'members.update end': {
      act: async ({ press, type }) => {
        await press(/^Set an end$/);
        await type(/^Membership ends/, '2099-01-01T12:00');
        await press(/^Save$/);
      },
      again: ({ press }) => press(/^Save$/),
      keeps: (sight) => sight.field(/^Membership ends/)?.value === '2099-01-01T12:00',
      done: /The membership ends .* 2099/,
    },
    'members.suspend': {
      act: ({ press }) => press(/^Suspend$/),
      again: ({ press }) => press(/^Suspend$/),
      done: /Tomás Ribeiro is suspended/,
    },
    'members.reactivate': {
      content: html`<tessera-member-detail user-id="user_suspended_acme"></tessera-member-detail>`,
      ready: 'suspended@acme.example',
      act: ({ press }) => press(/^Reactivate$/),
      again: ({ press }) => press(/^Reactivate$/),
      done: /is active again/,
    },
    'members.endSessions': {
      prepare: ({ client }) => {
        client.members.listSessions = () => Promise.resolve({ items: [session] });
      },
      act: async ({ press }) => {
        await press(/^Sessions/);
        await press(/^End all sessions$/);
      },
      again: ({ press }) => press(/^End all sessions$/),
      done: /All sessions for this organization have ended/,
    },
    'members.remove': {
      act: async ({ press, confirm }) => {
        await press(/^Remove from organization$/);
        await confirm(/^Remove from organization$/);
      },
      again: ({ press }) => press(/^Remove from organization$/),
      done: /Tomás Ribeiro is no longer a member/,
    },
    'organizations.transferOwnership': {
      act: async ({ press, confirm }) => {
        await press(/^Transfer ownership$/);
        await confirm(/^Transfer ownership$/);
      },
      again: ({ press }) => press(/^Transfer ownership$/),
      done: /Tomás Ribeiro is the administrator now/,
    },
  },
});
