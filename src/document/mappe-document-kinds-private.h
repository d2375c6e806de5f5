/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-document-kinds.h"

G_BEGIN_DECLS

/* How each document is made; see #MappeDocumentKind. */
#define MAPPE_DOCUMENT_BUILDER(name) \
  MappeNode *mappe_document_##name (MappeStore *store, gint64 id, const MappeDocumentOrder *order, GError **error)

/* meetings */
MAPPE_DOCUMENT_BUILDER (invitation);
MAPPE_DOCUMENT_BUILDER (agenda);
MAPPE_DOCUMENT_BUILDER (attendance);
MAPPE_DOCUMENT_BUILDER (minutes);
MAPPE_DOCUMENT_BUILDER (decisions);
MAPPE_DOCUMENT_BUILDER (decision);
/* people and money */
MAPPE_DOCUMENT_BUILDER (person);
MAPPE_DOCUMENT_BUILDER (appointment);
MAPPE_DOCUMENT_BUILDER (use_report);
/* field work and the whole council */
MAPPE_DOCUMENT_BUILDER (event);
MAPPE_DOCUMENT_BUILDER (plan);
MAPPE_DOCUMENT_BUILDER (review);
MAPPE_DOCUMENT_BUILDER (practice);
MAPPE_DOCUMENT_BUILDER (transfer);
MAPPE_DOCUMENT_BUILDER (contributions);
MAPPE_DOCUMENT_BUILDER (outcomes);
MAPPE_DOCUMENT_BUILDER (annual);
MAPPE_DOCUMENT_BUILDER (standing);
MAPPE_DOCUMENT_BUILDER (escalation);
MAPPE_DOCUMENT_BUILDER (project);
MAPPE_DOCUMENT_BUILDER (thanks);

/* letters with texts of the council's own */
MAPPE_DOCUMENT_BUILDER (thanks_letter);
MAPPE_DOCUMENT_BUILDER (answer);
MAPPE_DOCUMENT_BUILDER (escalation_notice);
/* what is to be done, what is kept */
MAPPE_DOCUMENT_BUILDER (tasks);
MAPPE_DOCUMENT_BUILDER (debrief);
MAPPE_DOCUMENT_BUILDER (archive_offer);
MAPPE_DOCUMENT_BUILDER (retention);

#undef MAPPE_DOCUMENT_BUILDER

G_END_DECLS
