import type { ServerApplication } from '../application.ts';
import type { House } from '../house.ts';

/** `POST /dev/reset` begins the same scenario anew, with nothing of what was changed. */
export function mountReset(server: ServerApplication, house: House): void {
  server.post('/dev/reset', () => {
    house.play();
    return Response.json(house.scenario);
  });
}
