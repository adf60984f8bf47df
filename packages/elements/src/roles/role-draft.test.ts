import { expect } from '@open-wc/testing';
import {
  choiceIn,
  differenceOf,
  emptyDraft,
  isContested,
  keptChoice,
  rebased,
  savedPart,
  versionIn,
  withEnd,
  withEntry,
  withoutPart,
  withRole,
  type Holding,
  type RoleDraft,
  type RolePart,
} from './role-draft.js';

const option = (roleId: string) => ({ roleId, name: roleId, permissions: [] });
const viewing: Holding = { granted: true, roleIds: ['viewer'] };
const nothing: Holding = { granted: false, roleIds: [] };

const flights: RolePart = {
  key: 'application:flights',
  applicationId: 'flights',
  name: 'Flights',
  options: ['viewer', 'agent', 'approver'].map(option),
  held: viewing,
  version: 4,
  roleless: false,
  expiry: true,
};

/** The part as the server has it by now. */
const now = (held: Holding, version = 5): RolePart => ({ ...flights, held, version });

describe('role draft', () => {
  const draftOf = (...gives: readonly (readonly [roleId: string, on: boolean])[]): RoleDraft =>
    gives.reduce((draft, [roleId, on]) => withRole(draft, flights, roleId, on), emptyDraft);
  const told = (part: RolePart, draft: RoleDraft) => {
    const difference = differenceOf(part, draft);
    return (
      difference && {
        ...difference,
        added: difference.added.map(({ roleId }) => roleId),
        removed: difference.removed.map(({ roleId }) => roleId),
      }
    );
  };

  it('says what saving would add and remove', () => {
    const draft = draftOf(['approver', true], ['viewer', false]);
    expect(choiceIn(flights, draft)).to.deep.include({ granted: true, roleIds: ['approver'] });
    expect(told(flights, draft)).to.deep.equal({
      added: ['approver'],
      removed: ['viewer'],
      entry: undefined,
      end: undefined,
      expiresAt: undefined,
    });
  });

  it('is no change any more when a person goes back to what there was', () => {
    const draft = draftOf(['approver', true], ['viewer', false], ['viewer', true]);
    expect(withRole(draft, flights, 'approver', false).size).to.equal(0);
  });

  it('names the roles in the order of the part, however they were chosen', () => {
    const draft = draftOf(['approver', true], ['agent', true]);
    expect(told(flights, draft)?.added).to.deep.equal(['agent', 'approver']);
  });

  it('takes the access with the last role, unless one may enter without', () => {
    expect(told(flights, draftOf(['viewer', false]))?.entry).to.equal('taken');
    const open = { ...flights, roleless: true };
    const draft = withRole(emptyDraft, open, 'viewer', false);
    expect(choiceIn(open, draft)).to.deep.include({ granted: true, roleIds: [] });
    expect(differenceOf(open, draft)?.entry).to.equal(undefined);
  });

  it('leaves a grant without roles alone where somebody only tried a role', () => {
    const bare = now({ granted: true, roleIds: [] });
    const tried = withRole(emptyDraft, bare, 'viewer', true);
    expect(withRole(tried, bare, 'viewer', false).size).to.equal(0);
  });

  it('keeps a member in the organization without any role', () => {
    const own: RolePart = { ...flights, key: 'organization', applicationId: undefined };
    const draft = withRole(emptyDraft, own, 'viewer', false);
    expect(told(own, draft)).to.deep.include({ removed: ['viewer'], entry: undefined });
  });

  it('gives and takes access without roles', () => {
    const open: RolePart = { ...flights, held: nothing, roleless: true };
    expect(differenceOf(open, withEntry(emptyDraft, open, true))?.entry).to.equal('given');
    const shut = withEntry(emptyDraft, { ...open, held: viewing }, false);
    expect(told({ ...open, held: viewing }, shut)).to.deep.include({
      removed: ['viewer'],
      entry: 'taken',
    });
  });

  it('tells an end that is set from one that is lifted, and the same moment from neither', () => {
    const end = '2030-01-31T23:59:59Z';
    expect(differenceOf(flights, withEnd(emptyDraft, flights, end))?.end).to.equal('set');
    const ending = now({ ...viewing, expiresAt: end });
    expect(differenceOf(ending, withEnd(emptyDraft, ending, undefined))?.end).to.equal('lifted');
    expect(withEnd(emptyDraft, ending, '2030-01-31T23:59:59.000Z').size).to.equal(0);
    expect(choiceIn(ending, withRole(emptyDraft, ending, 'agent', true)).expiresAt).to.equal(end);
  });

  it('writes against the version that was looked at, not the one that came since', () => {
    const draft = draftOf(['approver', true]);
    const theirs = now({ granted: true, roleIds: ['agent'] });
    const next = rebased(draft, [theirs]);
    expect(versionIn(theirs, next)).to.equal(4);
    expect(isContested(theirs, next)).to.equal(true);
  });

  it('asks nobody about a write that left the roles alone', () => {
    const draft = rebased(draftOf(['approver', true]), [now(viewing)]);
    expect(isContested(now(viewing), draft)).to.equal(false);
    expect(versionIn(now(viewing), draft)).to.equal(5);
  });

  it('is no change any more when somebody else did the same', () => {
    const theirs = now({ granted: true, roleIds: ['approver', 'viewer'] });
    expect(rebased(draftOf(['approver', true]), [theirs]).size).to.equal(0);
  });

  it('lets a person hold on to their choice, or take what is there now', () => {
    const draft = draftOf(['approver', true], ['viewer', false]);
    const theirs = now({ granted: true, roleIds: ['agent', 'viewer'] });
    const kept = keptChoice(draft, theirs);
    expect(isContested(theirs, kept)).to.equal(false);
    expect(versionIn(theirs, kept)).to.equal(5);
    expect(told(theirs, kept)).to.deep.include({
      added: ['approver'],
      removed: ['viewer', 'agent'],
    });
    expect(choiceIn(theirs, withoutPart(draft, theirs))).to.equal(theirs.held);
  });

  it('shows what was saved until the server has said so, and asks about it no more', () => {
    const draft = savedPart(draftOf(['approver', true]), flights);
    expect(choiceIn(flights, draft).roleIds).to.deep.equal(['viewer', 'approver']);
    expect(differenceOf(flights, draft)).to.equal(undefined);
    expect(rebased(draft, [flights])).to.equal(draft);
    const after = now({ granted: true, roleIds: ['viewer'] });
    expect(isContested(after, draft)).to.equal(false);
    expect(rebased(draft, [after]).size).to.equal(0);
  });

  it('forgets what was chosen for an application that is gone', () => {
    expect(rebased(draftOf(['approver', true]), []).size).to.equal(0);
  });

  it('stays the same draft where nothing has changed', () => {
    const draft = draftOf(['approver', true]);
    expect(rebased(draft, [flights])).to.equal(draft);
  });
});
