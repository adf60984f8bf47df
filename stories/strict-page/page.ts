import '@tesserakit/elements/invitation-table.js';
import '@tesserakit/elements/invite-dialog.js';
import '@tesserakit/elements/member-detail.js';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/org-picker.js';
import '@tesserakit/elements/org-switcher.js';
import '@tesserakit/elements/provider.js';
import '@tesserakit/elements/role-assigner.js';
