import { expect } from '@open-wc/testing';
import type { ErrorCode } from '@tesserakit/domain';
import type { TemplateResult } from 'lit';
import { signIn, type Backend, type SignIn } from './backend.js';
import type { Called } from './breakable.js';
import { methodsIn } from './client-methods.js';
import { inCell, methodOf } from './fault-cell.js';
import { readCell } from './fault-reads.js';
import { writeCell } from './fault-writes.js';
import { faults, type Fault } from './faults.js';
import type { Hand, Sight } from './hand.js';
import { takesVersion } from './versioned.js';

/** One element in the fault matrix. Methods are named as `members.list`; words after it tell uses apart. */
export interface Screen {
  readonly content: TemplateResult;
  /** The element's module below `src`, without its ending: what it calls is found from there. */
  readonly source: string;
  /** Who looks; an administrator of Acme where it says nothing. */
  readonly signedIn?: SignIn;
  /** What it shows is the tenant's: with another organization in view, it is the same. */
  readonly isTenants?: boolean;
  /** Stands there when everything has come, and of no other organization. */
  readonly ready: string;
  /** An organization where {@link ready} is not, for the same person. */
  readonly elsewhere?: string;
  /** Other words than those of the code for some failures of everything here. */
  readonly words?: Words;
  readonly reads: Readonly<Record<string, Reading>>;
  readonly writes?: Readonly<Record<string, Writing>>;
}

export type Words = Partial<Record<ErrorCode, RegExp>>;

/** On what stage something is tried, where that is not the stage of the screen. */
export interface Stage {
  readonly content?: TemplateResult;
  /** Who does it, where that is somebody else than who looks. */
  readonly signedIn?: SignIn;
  /** Makes of the backend what it takes. */
  prepare?(backend: Backend): void;
}

/** Something that is asked for. */
export interface Reading extends Stage {
  /** What a person does so that it is asked for; otherwise the screen asks by itself. */
  ask?(hand: Hand): Promise<void>;
  /** Stands there when it has come, in place of the words of the screen. */
  readonly ready?: string;
  readonly words?: Words;
  /** Without it nothing is missing that a person would look for; or only where it was refused so. */
  readonly isAid?: boolean | readonly ErrorCode[];
  /** How a person asks again; by the button that offers it otherwise. */
  again?(hand: Hand): Promise<void>;
  /** Asked for once, by what a person does: no later answer can overtake it. */
  readonly isOnce?: boolean;
}

/** Something that a person does. */
export interface Writing extends Stage {
  act(hand: Hand): Promise<void>;
  /** How a person tries again; by the button that offers it otherwise. */
  again?(hand: Hand, fault: Fault): Promise<void>;
  /** Whether what was typed or chosen is still there. */
  keeps?(sight: Sight): boolean;
  /** Stands there when it is done, and not before; or tells whether it is. */
  readonly done: RegExp | (() => boolean);
  readonly words?: Words;
  /** Which calls of the method are meant, where the screen also makes others. */
  isMeant?(call: Called): boolean;
  /** The screen does not show what this is about, so that there is no version that was looked at. */
  readonly isUnseen?: boolean;
  /** In place of the words of the screen. */
  readonly ready?: string;
}

/**
 * Declares the tests of one element: each method that it calls meets each fault. Nothing is thrown
 * that nobody caught, a person is told, what they typed stays, and trying again works.
 */
export function faultMatrix(tag: string, screen: Screen): void {
  const { reads, writes = {}, isTenants = false } = screen;
  const isOf = (fault: Fault) => !isTenants || !fault.endsWith('left');
  const cells = [
    ...Object.entries(reads).map(([use, { isOnce }]) => {
      const some = isOnce ? readFaults.filter((fault) => fault !== slow) : readFaults;
      return [use, some.filter(isOf)] as const;
    }),
    ...Object.entries(writes).map(([use, writing]) => {
      const some = writing.isUnseen ? readFaults : writeFaults(use);
      return [use, some.filter(isOf)] as const;
    }),
  ];
  const count = cells.reduce((sum, [, some]) => sum + some.length, 0);

  describe(`<${tag}> when something fails, ${count} ways`, () => {
    for (const [use, some] of cells) {
      it(`tells, keeps and goes on, whatever happens to ${use}`, async function () {
        this.timeout(60_000);
        const missed: string[] = [];
        for (const fault of some) {
          await inCell(screen, use, fault, missed, async (cell) => {
            const reading = reads[use];
            const writing = writes[use];
            if (reading) await readCell(cell, reading);
            if (writing) await writeCell(cell, writing);
          });
        }
        expect(missed).to.deep.equal([]);
      });
    }

    it('calls nothing that is left out here', async function () {
      this.timeout(20_000);
      const { client } = signIn();
      const known = [...Object.keys(reads), ...Object.keys(writes)].map(methodOf);
      const called = await methodsIn(screen.source, client);
      expect([...called].sort()).to.deep.equal([...new Set(known)].sort());
    });
  });
}

const slow: Fault = 'slow and out of order';
const readFaults = faults.filter((fault) => fault !== 'stale version');

function writeFaults(use: string): readonly Fault[] {
  return takesVersion(methodOf(use)) ? faults : readFaults;
}
