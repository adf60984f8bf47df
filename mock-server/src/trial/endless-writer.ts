import { openHouse } from '../house.ts';
import { keepInFile } from '../kept/file.ts';
import { createServer } from '../server.ts';
import { asPerson } from './directory.ts';

/** Invites one person after the other to a world in a file, and prints each once it was answered. */
const [, , path = ''] = process.argv;
const house = await keepInFile(openHouse({ name: 'default' }), path);
const ask = asPerson(house.world, createServer(house), 'user_admin_acme', 'org_acme');
for (let count = 0; count < 1000; count += 1) {
  const email = `${house.world.newId('person')}@partner.example`;
  const { status } = await ask('/organizations/org_acme/invitations', {
    method: 'POST',
    body: { email, organizationRoleIds: ['organizationMember'] },
  });
  if (status !== 200) throw new Error(`Answered ${status}.`);
  console.log(email);
}
