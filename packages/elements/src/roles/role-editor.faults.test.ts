import { html } from 'lit';
import type { Backend } from '../../trial/backend.js';
import { faultMatrix } from '../../trial/fault-matrix.js';
import type { Hand } from '../../trial/hand.js';
import '../context/provider.js';
import './role-editor.js';

const ofApplication = html`<tessera-role-editor application-id="app_ledger"></tessera-role-editor>`;
const ofOrganizations = html`<tessera-role-editor></tessera-role-editor>`;
const auditor = { roleId: 'role_auditor', name: 'Auditor', permissions: ['audit:read'] as const };
const closed = { forbidden: /does not show these roles/ };

/** A role of the tenant's own, which nobody has. */
function withAuditor({ world }: Backend): void {
  world.organizationRoles.set(auditor.roleId, {
    ...auditor,
    permissions: [...auditor.permissions],
  });
}

const allow = (label: RegExp) => async (hand: Hand) => {
  await hand.tick(label);
  await hand.press(/^Save$/);
};
const add = (words: RegExp, name: string) => async (hand: Hand) => {
  await hand.press(words);
  await hand.type(/^Name$/, name);
};
const organizationRole = { content: ofOrganizations, ready: 'Auditor', prepare: withAuditor };

faultMatrix('tessera-role-editor', {
  source: 'roles/role-editor',
  content: ofApplication,
  signedIn: { as: 'user_platform', portal: true },
  ready: 'Accountant',
  isTenants: true,
  reads: {
    capabilities: { words: closed },
    // Who may not see the catalogue sees what the organization has of it.
    'roles.list': { isAid: ['forbidden'] },
    'roleGroups.list': { isAid: ['forbidden'] },
    'applications.list': {
      signedIn: { as: 'user_both', portal: false },
      words: closed,
    },
    'organizationRoles.list': { ...organizationRole, words: closed },
  },
  writes: {
    'roles.holders': {
      act: allow(/^Controller allows postings:create/),
      keeps: (sight) => sight.isTicked(/^Controller allows postings:create/),
      done: /have Controller|has Controller/,
    },
    'roles.update': {
      act: async (hand) => {
        await allow(/^Controller allows postings:create/)(hand);
        await hand.press(/^Save for all of them$/);
      },
      keeps: (sight) => sight.isTicked(/^Controller allows postings:create/),
      done: /Saved: Controller/,
      again: async ({ press }) => {
        await press(/^Try again$/);
        await press(/^Save for all of them$/);
      },
    },
    'roles.create': {
      act: async (hand) => {
        await add(/^Add a role$/, 'Planner')(hand);
        await hand.type(/^Key$/, 'planner');
        await hand.press(/^Add$/);
      },
      keeps: (sight) => sight.field(/^Name$/)?.value === 'Planner',
      done: /Planner is there now/,
    },
    'roles.previewDelete': {
      act: async ({ press }) => {
        await press(/^Controller$/);
        await press(/^Delete$/);
      },
      done: /loses? Controller/,
    },
    'roles.delete': {
      act: async ({ press }) => {
        await press(/^Controller$/);
        await press(/^Delete$/);
        await press(/^Delete$/);
      },
      done: /Controller is deleted/,
    },
    'roleGroups.create': {
      act: async (hand) => {
        await add(/^Add a role group$/, 'Planning')(hand);
        await hand.press(/^Add$/);
      },
      keeps: (sight) => sight.field(/^Name$/)?.value === 'Planning',
      done: /Planning is there now/,
    },
    'roleGroups.previewUpdate': {
      act: async (hand) => {
        await add(/^Edit$/, 'Books')(hand);
        await hand.press(/^Save$/);
      },
      keeps: (sight) => sight.field(/^Name$/)?.value === 'Books',
      done: /Books is saved/,
    },
    'roleGroups.update': {
      act: async (hand) => {
        await add(/^Edit$/, 'Books')(hand);
        await hand.press(/^Save$/);
      },
      done: /Books is saved/,
    },
    'roleGroups.previewDelete': {
      act: async ({ press }) => {
        await press(/^Edit$/);
        await press(/^Delete$/);
      },
      done: /What else this does/,
    },
    'roleGroups.delete': {
      act: async ({ press }) => {
        await press(/^Edit$/);
        await press(/^Delete$/);
        await press(/^Delete$/);
      },
      done: /Bookkeeping is deleted/,
    },
    'organizationRoles.holders': {
      ...organizationRole,
      act: allow(/^Auditor allows access:read/),
      keeps: (sight) => sight.isTicked(/^Auditor allows access:read/),
      done: /Saved: Auditor/,
    },
    'organizationRoles.update': {
      ...organizationRole,
      act: allow(/^Auditor allows access:read/),
      keeps: (sight) => sight.isTicked(/^Auditor allows access:read/),
      done: /Saved: Auditor/,
    },
    'organizationRoles.create': {
      ...organizationRole,
      act: async (hand) => {
        await add(/^Add a role$/, 'Recruiter')(hand);
        await hand.press(/^Add$/);
      },
      keeps: (sight) => sight.field(/^Name$/)?.value === 'Recruiter',
      done: /Recruiter is there now/,
    },
    'organizationRoles.previewDelete': {
      ...organizationRole,
      act: async ({ press }) => {
        await press(/^Auditor$/);
        await press(/^Delete$/);
      },
      done: /Nothing else changes/,
    },
    'organizationRoles.delete': {
      ...organizationRole,
      act: async ({ press }) => {
        await press(/^Auditor$/);
        await press(/^Delete$/);
        await press(/^Delete$/);
      },
      done: /Auditor is deleted/,
    },
  },
});
