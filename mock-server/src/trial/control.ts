import { openHouse, type House, type Scenario } from '../house.ts';
import { issueAccessToken } from '../oidc/access-token.ts';
import { createServer, type Server } from '../server.ts';

/** A controlled server in a house, and the hands that control it. */
export interface TrialControl {
  readonly house: House;
  readonly server: Server;
  /** Speaks to the control API below `/dev/`, in JSON. */
  control(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Controlled>;
  /** Sends a request to any other path. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Asks the directory as the administrator of Acme Travel. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

export interface Controlled {
  readonly status: number;
  readonly body: unknown;
}

export function trialControl(scenario: Scenario = { name: 'default' }): TrialControl {
  const house = openHouse(scenario);
  const server = createServer(house, { control: true });
  return {
    house,
    server,
    control: async (method, path, body, headers = {}) => {
      const request = new Request(`${house.world.issuer}/dev/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const response = await server.fetch(request);
      return { status: response.status, body: await response.json() };
    },
    send: (path, init) => server.fetch(new Request(house.world.issuer + path, init)),
    ask: async (path, init = {}) => {
      const { world } = house;
      const token = await issueAccessToken(world, 'user_admin_acme', 'org_acme');
      const headers = { ...init.headers, Authorization: `Bearer ${token}` };
      return server.fetch(new Request(`${world.issuer}/api/v1${path}`, { ...init, headers }));
    },
  };
}
