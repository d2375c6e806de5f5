/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-date-entry.h"
#include "mappe-reference-entry.h"
#include "mappe-vote-pane.h"

G_BEGIN_DECLS

/* In the order of the buttons. */
typedef enum {
  MAPPE_VOTE_OPEN,
  MAPPE_VOTE_ROLL_CALL,
  MAPPE_VOTE_SECRET,
  MAPPE_VOTE_CONSENSUS,
  MAPPE_VOTE_N_FORMS,
} MappeVoteForm;

struct _MappeVotePane {
  AdwBin parent_instance;

  MappeStore             *store;
  MappeSitting           *sitting;
  const MappeSittingItem *item;      /* of the sitting */
  gint64                  item_id;   /* whose vote is typed */
  gint64                  recording; /* whose vote is on its way into the file */
  int                     minute;
  gboolean                filling;
  GHashTable             *called;    /* person → code of the vote, static */
  char                   *blank;     /* the vote on the item before anything is typed, see mappe_kept_vote_text() */
  char                   *kept;      /* the vote as it was kept last */

  GtkTextView            *wording;
  GtkWidget              *forms;
  GtkToggleButton        *form_buttons[MAPPE_VOTE_N_FORMS];
  GtkWidget              *counts;
  GtkEditable            *yes;
  GtkEditable            *no;
  GtkEditable            *abstain;
  GtkWidget              *secret_box;
  GtkLabel               *secret_label;
  GtkEditable            *secret;
  GtkListBox             *roll;
  GtkCheckButton         *chair_yes;
  GtkCheckButton         *objections;
  GtkEditable            *override;
  GtkBox                 *charge;
  MappeReferenceEntry    *office;
  MappeDateEntry         *due_on;
  GtkLabel               *verdict;
};

/* Texts and votes of the ballot that live while it is used. */
typedef struct {
  char   *text;
  char   *due_on;
  GArray *called;
} MappeVoteHeld;

void           mappe_vote_held_clear          (MappeVoteHeld *held);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeVoteHeld, mappe_vote_held_clear)

/* mappe-vote-pane.c */
void           mappe_vote_pane_show_verdict   (MappeVotePane *self);

/* mappe-vote-read.c */
MappeVoteForm  mappe_vote_pane_form           (MappeVotePane *self);
char          *mappe_vote_pane_wording        (MappeVotePane *self);
gint64         mappe_vote_motion              (const MappeSittingItem *item);
MappeBallot    mappe_vote_pane_read           (MappeVotePane *self, const MappeSitting *sitting,
                                               const MappeSittingItem *item, int minute, MappeVoteHeld *held);
char          *mappe_vote_pane_as_typed       (MappeVotePane *self);
void           mappe_vote_pane_keep           (MappeVotePane *self);
void           mappe_vote_pane_take_kept      (MappeVotePane *self);

/* mappe-vote-roll.c */
void           mappe_vote_pane_show_roll      (MappeVotePane *self);
GtkListBoxRow *mappe_vote_pane_next_to_call   (MappeVotePane *self);

G_END_DECLS
