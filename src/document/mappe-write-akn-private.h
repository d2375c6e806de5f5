/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-tag-writer.h"

G_BEGIN_DECLS

/** MappeAknShape: which of the document types of Akoma Ntoso 3.0 a document becomes */
typedef enum {
  MAPPE_AKN_DEBATE,     /* minutes */
  MAPPE_AKN_STATEMENT,  /* a decision */
  MAPPE_AKN_DOC,        /* all else */
} MappeAknShape;

/** MappeAknVote: @eid: identifier of the resolution; @count: (transfer none) */
typedef struct {
  char                 *eid;
  const MappeVoteCount *count;
} MappeAknVote;

MappeAknShape mappe_akn_shape_of   (const MappeNode *document);
const char   *mappe_akn_element_of (MappeAknShape shape);
const char   *mappe_akn_name_of    (const MappeNode *document);
void          mappe_akn_write_meta (MappeTagWriter *out, const MappeNode *document, MappeAknShape shape,
                                    const GPtrArray *votes);

G_END_DECLS
