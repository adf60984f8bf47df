import type { SecretUse } from '../secrets.ts';
import type { World } from '../world.ts';

/** Ends every secret that stands for one thing. */
export function dropSecretsOf(world: World, purpose: SecretUse['purpose'], id: string): void {
  for (const [digest, use] of world.secrets) {
    if (use.purpose === purpose && use.id === id) world.secrets.delete(digest);
  }
}
