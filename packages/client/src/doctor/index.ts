export { examine, type ExaminationOptions } from './examination.ts';
export { table, type Finding } from './finding.ts';
