/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-chart.h"
#include "mappe-language.h"
#include "mappe-picture.h"

G_BEGIN_DECLS

/** What a part of a document is. Writers decide how it looks. */
typedef enum {
  MAPPE_ROLE_DOCUMENT,      /* the root: title, language, meta */
  MAPPE_ROLE_SECTION,       /* with a heading and a depth */
  MAPPE_ROLE_AGENDA_ITEM,   /* a section with a number */
  MAPPE_ROLE_ATTENDANCE,    /* a section of who was there */
  MAPPE_ROLE_MOTION,
  MAPPE_ROLE_VOTE,
  MAPPE_ROLE_DECISION,
  MAPPE_ROLE_STATEMENT,
  MAPPE_ROLE_TASKS,
  MAPPE_ROLE_SIGNATURES,    /* each of its paragraphs stands under a line to sign on */
  MAPPE_ROLE_ADDRESS,       /* of a letter: a paragraph with the return address, and one with the recipient */
  MAPPE_ROLE_PARTICULARS,   /* of a letter: a paragraph each for telephone, mail and date */
  MAPPE_ROLE_PARAGRAPH,
  MAPPE_ROLE_LIST,
  MAPPE_ROLE_LIST_ITEM,     /* text runs, then perhaps paragraphs and lists */
  MAPPE_ROLE_TABLE,
  MAPPE_ROLE_ROW,
  MAPPE_ROLE_CELL,
  MAPPE_ROLE_FIGURE,        /* a chart or a picture; its text stands in its place for those who cannot see it */
  MAPPE_ROLE_TEXT,          /* a run of text; the only role with text of its own */
} MappeRole;

/** Who may see a part and all in it: a public part is for everybody, a confidential one for few. Agendas and letters
 * are built for a reader and leave out what that reader may not see; minutes are built whole, so that what is sealed
 * serves every reader, see mappe_node_copy_for(). */
typedef enum {
  MAPPE_CLASS_PUBLIC,
  MAPPE_CLASS_MEMBERS,
  MAPPE_CLASS_CONFIDENTIAL,
} MappeClass;

typedef enum {
  MAPPE_TEXT_PLAIN   = 0,
  MAPPE_TEXT_BOLD    = 1 << 0,
  MAPPE_TEXT_ITALIC  = 1 << 1,
  MAPPE_NODE_ORDERED = 1 << 2,  /* a list with numbers */
  MAPPE_NODE_HEADER  = 1 << 3,  /* a row of column headings */
  MAPPE_NODE_TYPED   = 1 << 4,  /* typed by a person; everything else is refreshed from what was recorded */
  MAPPE_NODE_CENTRED = 1 << 5,
  MAPPE_NODE_NARROW  = 1 << 6,  /* a column of a table that takes no more than its text needs */
  MAPPE_NODE_TO_SIGN = 1 << 7,  /* a cell of a table that is signed by hand on paper */
} MappeNodeFlags;

/** MappeVoteCount: a vote as numbers, for files that have places for them; the text tells it to people */
typedef struct {
  guint    yes, no, abstained;
  gboolean adopted;
} MappeVoteCount;

/**
 * MappeNode: a part of a document; a tree that owns its children
 * @role: what it is
 * @flags: #MappeNodeFlags
 * @class: who may see it at most
 * @substitute: (nullable): what stands for @text, without the rest of the part, for those below @class; see
 *   mappe_node_copy_for()
 * @depth: of a section: 1 for the main ones
 * @text: (nullable): of a text run; title of a document; heading of a section; number is kept apart
 * @number: (nullable): of an agenda item, a decision
 * @source: (nullable): record it was made from, "kind/reference", e.g. "agenda-item/AI-0505"
 * @field: (nullable): with %MAPPE_NODE_TYPED: name of the field of @source that holds the typed text
 * @chart: (nullable): of a figure; not kept in what is sealed
 * @picture: (nullable): of a figure that is the logo; not kept in what is sealed
 * @vote: (nullable): of a decision that was voted on; not kept in what is sealed
 * @meta: (nullable): of a document: name → value (meeting, date, kind, council, …)
 * @children: (element-type MappeNode)
 */
typedef struct _MappeNode MappeNode;
struct _MappeNode {
  MappeRole       role;
  guint           flags;
  MappeClass      class;
  guint           depth;
  char           *text;
  char           *substitute;
  char           *number;
  char           *source;
  char           *field;
  MappeChart     *chart;
  MappePicture   *picture;
  MappeVoteCount *vote;
  GHashTable     *meta;
  GPtrArray      *children;
};

MappeNode  *mappe_node_new_document  (const char *title, const MappeLanguage *language);
void        mappe_node_free          (MappeNode *self);
MappeNode  *mappe_node_add           (MappeNode *parent, MappeRole role);
MappeNode  *mappe_node_add_section   (MappeNode *parent, guint depth, const char *heading);
MappeNode  *mappe_node_add_text      (MappeNode *parent, guint flags, const char *text);
MappeNode  *mappe_node_add_paragraph (MappeNode *parent, const char *text);
MappeNode  *mappe_node_add_row       (MappeNode *table, guint flags, ...) G_GNUC_NULL_TERMINATED;
MappeNode  *mappe_node_add_chart     (MappeNode *parent, MappeChart *chart);
MappeNode  *mappe_node_add_picture   (MappeNode *document, MappePicture *picture, const char *text);
void        mappe_node_add_markup    (MappeNode *parent, const char *markup);
void        mappe_node_set_meta      (MappeNode *document, const char *name, const char *value);
const char *mappe_node_get_meta      (const MappeNode *document, const char *name);
const MappeLanguage *
            mappe_node_get_language  (const MappeNode *document);
void        mappe_node_set_source    (MappeNode *self, const char *kind, const char *reference);
void        mappe_node_set_typed     (MappeNode *self, const char *field);
void        mappe_node_restrict      (MappeNode *self, MappeClass class);
void        mappe_node_set_substitute (MappeNode *self, const char *text);
MappeNode  *mappe_node_copy_for      (const MappeNode *self, MappeClass reader);
gboolean    mappe_node_may_hold      (MappeRole parent, MappeRole child);
char       *mappe_node_get_heading   (const MappeNode *self);
char       *mappe_node_get_text      (const MappeNode *self);
gboolean    mappe_node_equal         (const MappeNode *left, const MappeNode *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeNode, mappe_node_free)

G_END_DECLS
