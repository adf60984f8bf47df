import { newBackend } from './backend.ts';
import { createCustomClient } from './client.ts';

/** The directory as Ada sees it, who is the boss of one customer. */
export default createCustomClient(newBackend(), 'p1');
