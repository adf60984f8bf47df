/** Clients and addresses that both servers know; those of the scenario `default`. */
export const publicClient = 'client_flights';
export const partner = { clientId: 'client_trip_reports', secret: 'Tessera-demo-client-1!' };
export const deviceClient = 'client_kiosk';
export const strangerClient = 'client_ledger';
export const callback = 'http://localhost:4300/callback';
export const otherCallback = 'http://127.0.0.1:4300/callback';
export const home = 'http://localhost:4300/';

/** Who is signed in on both sides, where somebody has to be. */
export const person = { userId: 'user_agent_acme', email: 'agent@acme.example' };
