import type { TemplateResult } from 'lit';
import {
  houseIcon,
  keyRoundIcon,
  layoutGridIcon,
  mailIcon,
  networkIcon,
  settingsIcon,
  shieldIcon,
  usersIcon,
} from '../theme/icons.js';
import type { Section } from './sections.js';

export const sectionIcons: Readonly<Record<Section, TemplateResult>> = {
  overview: houseIcon,
  members: usersIcon,
  invitations: mailIcon,
  roles: shieldIcon,
  access: keyRoundIcon,
  applications: layoutGridIcon,
  organizations: networkIcon,
  settings: settingsIcon,
};
