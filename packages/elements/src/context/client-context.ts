import { createContext } from '@lit/context';
import type { DirectoryClient } from '@tesserakit/client';

/** The backend that the elements below talk to. */
export const clientContext = createContext<DirectoryClient | undefined>(
  Symbol.for('tessera.client'),
);
