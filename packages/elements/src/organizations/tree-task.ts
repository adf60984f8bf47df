import type { DirectoryClient, TesseraError } from '@tesserakit/client';
import type { ReactiveElement, TemplateResult } from 'lit';
import type { DeedController } from '../data/deed.js';
import type { TreeWords } from './tree-cells.js';
import type { TreeNodes } from './tree-nodes.js';
import type { TreeNode } from './tree-rows.js';

/** What a person does from the tree to one organization, in a dialog. */
export interface TreeTask {
  readonly title: (words: TreeWords) => string;
  readonly body: (words: TreeWords) => TemplateResult;
  /** The button that does it; none where the body has its own. */
  readonly button?:
    | ((words: TreeWords) => {
        readonly label: string;
        readonly look: 'primary' | 'danger';
        readonly isOff: boolean;
        readonly run: () => void;
      })
    | undefined;
  readonly error: TesseraError | undefined;
  readonly busy: boolean;
  /** The dialog is closed. */
  end?(): void;
}

/** What every task works with. */
export interface TreeScope {
  readonly host: ReactiveElement;
  readonly nodes: TreeNodes;
  /** Of whom to ask about an organization. */
  clientFor(organizationId: string): DirectoryClient;
  readonly node: TreeNode;
  /** The organization above; nothing for the root. */
  readonly parentId: string | undefined;
  readonly deed: DeedController;
  /** It is done: the dialog closes, and this is told. */
  done(outcome: string): void;
}
