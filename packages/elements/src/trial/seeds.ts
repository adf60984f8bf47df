import { seeds } from '@tesserakit/mock-server';

/** What a mock server's world begins with. */
export type Seed = (typeof seeds)['default'] extends infer S ? S : never;
