/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/** MappeCalledVote: the vote of one person at a roll call; @vote: code of the list vote */
typedef struct {
  gint64      person;
  const char *vote;
} MappeCalledVote;

/**
 * MappeBallot: a vote on an item as it was taken
 * @form: code of the list vote_type
 * @text: wording of the decision, as amended
 * @yes: votes in favour
 * @no: votes against
 * @abstain: abstentions
 * @called: (array length=n_called): at a roll call, every vote; the sums above come from them then
 * @n_called: how many
 * @secret_yes: at a secret ballot, how many asked for it; -1 when nobody counted
 * @chair_yes: the chair voted in favour, where that decides a tie
 * @override: (nullable): reason for voting without a quorum
 * @office: id of the responsible organisation, or 0
 * @due_on: (nullable): day by which it is to be done
 * @motion: id of the motion voted on, or 0
 * @objections_accepted: minutes are approved together with the objections against them
 * @further: the item has a decision already, and this is another one
 */
typedef struct {
  const char            *form;
  const char            *text;
  guint                  yes, no, abstain;
  const MappeCalledVote *called;
  guint                  n_called;
  int                    secret_yes;
  gboolean               chair_yes;
  const char            *override;
  gint64                 office;
  const char            *due_on;
  gint64                 motion;
  gboolean               objections_accepted;
  gboolean               further;
} MappeBallot;

/** Which part of a ballot is at fault. */
typedef enum {
  MAPPE_BALLOT_FINE,
  MAPPE_BALLOT_WHOLE,
  MAPPE_BALLOT_TEXT,
  MAPPE_BALLOT_COUNTS,
  MAPPE_BALLOT_CALLED,
  MAPPE_BALLOT_SECRET,
  MAPPE_BALLOT_OVERRIDE,
} MappeBallotField;

/** MappeMotionDraft: @kind: code of the list motion_kind; @proposer: id of a person, or 0; @proposer_name: (nullable):
 * who is no member; @text: wording */
typedef struct {
  const char *kind;
  gint64      proposer;
  const char *proposer_name;
  const char *text;
} MappeMotionDraft;

MappeBallotField  mappe_ballot_check        (const MappeSitting *sitting, gint64 item, const MappeBallot *ballot,
                                             int minute, GError **error);
const char       *mappe_ballot_outcome      (const MappeSitting *sitting, gint64 item, const MappeBallot *ballot,
                                             int minute);
guint             mappe_ballot_secret_needed (const MappeSitting *sitting, gint64 item);
MappeEdit        *mappe_vote_record         (const MappeSitting *sitting, gint64 item, const MappeBallot *ballot,
                                             int minute, GError **error);
MappeEdit        *mappe_vote_put_motion     (const MappeSitting *sitting, gint64 item, const MappeMotionDraft *draft,
                                             int minute, GError **error);
MappeEdit        *mappe_vote_change_motion  (const MappeSitting *sitting, gint64 motion, const char *text,
                                             GError **error);
MappeEdit        *mappe_vote_judge_motion   (const MappeSitting *sitting, gint64 motion, guint yes, guint no,
                                             guint abstain, int minute, GError **error);
MappeEdit        *mappe_vote_withdraw_motion (const MappeSitting *sitting, gint64 motion, GError **error);

G_END_DECLS
